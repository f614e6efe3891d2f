using Pupitre.Kernel;
using Pupitre.Mining;
using Pupitre.Recognition.Contents;

namespace Pupitre.Intake.Preview;

/// <summary>Reads the first lines of a text, whatever it is written in.</summary>
internal static class PreviewLines
{
    private const int MaxLines = 200;
    private const int MaxLine = 600;

    public static FilePreview.Lines Run(Stream content)
    {
        var head = new byte[Math.Min(content.Length, FileSignatures.HeadBytes)];
        content.Position = 0;
        content.ReadExactly(head);
        var text = EncodingOf(head).GetString(head).TrimStart('\uFEFF').Replace('\0', '\uFFFD');
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var shown = lines.Take(MaxLines).Select(line => line.CutShort(MaxLine)).ToList();
        return new FilePreview.Lines(string.Join('\n', shown).TrimEnd(), shown.Count, content.Length > head.Length || lines.Length > MaxLines || lines.Any(line => line.Length > MaxLine), text.TrimStart().StartsWith('<'));
    }

    private static System.Text.Encoding EncodingOf(byte[] head) => head switch
    {
        [0xFF, 0xFE, ..] => System.Text.Encoding.Unicode,
        [0xFE, 0xFF, ..] => System.Text.Encoding.BigEndianUnicode,
        _ => TextEncoding.Of(head),
    };
}
