"""The words of what is wrong with a picture (C713 to C719), and what a file of another kind looks like."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "C713": (
        "这张图片超过 1 MiB。",
        "请缩小以后再放：在手机上用微信发给自己再保存，或者用截图代替。",
    ),
    "C714": (
        "这个文件不是它的扩展名所说的图片{}。",
        "请另存为 JPEG、PNG 或 WebP，扩展名写成 .jpg、.png 或 .webp；不要只改扩展名。",
    ),
    "C715": (
        "这张图片打不开：文件不完整、有损坏，或者尺寸大得不合理。",
        "请重新保存一份，长和宽都不超过 5000 像素；在手机上打开原图截一张图也可以。",
    ),
    "C716": ("这张图片会动。", "请换成不会动的图片，例如从里面截一张。"),
    "C717": (
        "这张图片后面还附着 {} 个字节别的内容（例如动态照片里的视频）。",
        "请关掉“动态照片”再拍，或者打开图片截一张图；附带的内容不能放进仓库。",
    ),
    "C718": (
        "这张图片的颜色是 {} 格式，网页上显示不准。",
        "请另存为普通的彩色（RGB）图片；印刷用的 CMYK 图片要先转换。",
    ),
    "C719": (
        "这张图片里记着拍摄的地点。",
        "请去掉位置信息再放：在手机上用微信发给自己再保存，或者截图。如果已经提交过，请告诉本单位管理员，从历史里清除。",
    ),
}

_SIGNS = (
    (0, b"GIF8", "GIF 动图"),
    (0, b"BM", "BMP 图片"),
    (0, b"II*\0", "TIFF 图片"),
    (0, b"MM\0*", "TIFF 图片"),
    (0, b"%PDF", "PDF 文件"),
    (0, b"PK\x03\x04", "压缩包或 Office 文件"),
    (0, b"<", "SVG 或网页"),
    (4, b"ftypavif", "AVIF 图片"),
    (4, b"ftyphei", "HEIC 图片，苹果手机请在“设置—相机—格式”里选“兼容性最佳”"),
    (4, b"ftypmif1", "HEIC 图片，苹果手机请在“设置—相机—格式”里选“兼容性最佳”"),
    (4, b"ftyp", "视频"),
)


def looks_like(data: bytes, found: str) -> str:
    """``（看起来是 GIF 动图）``, or nothing where nobody can tell."""
    seen = next((name for at, sign, name in _SIGNS if data.startswith(sign, at)), "")
    names = {"JPEG": "JPEG 图片", "PNG": "PNG 图片", "WEBP": "WebP 图片"}
    name = names.get(found, seen)
    space = " " if name[:1].isascii() else ""
    return f"（看起来是{space}{name}）" if name else ""
