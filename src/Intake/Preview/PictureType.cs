namespace Pupitre.Intake.Preview;

/// <summary>
/// The pictures that a browser may draw: points only, known by their first bytes. SVG is none of them: it is a document, which can hold
/// scripts, and is shown as the text that it is.
/// </summary>
internal static class PictureType
{
    public const int HeadBytes = 16;

    /// <summary>The media type under which it is served, or null when it is served to be kept only.</summary>
    public static string? Of(ReadOnlySpan<byte> head) => head switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        _ => null,
    };

    public static string? Of(Stream content)
    {
        var head = new byte[HeadBytes];
        content.Position = 0;
        var length = content.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        content.Position = 0;
        return Of(head.AsSpan(0, length));
    }
}
