using System.Reflection;
using PdfSharp.Fonts;

namespace Pupitre.Papers;

/// <summary>The letters of the papers travel with the program: a bare machine has no font.</summary>
public sealed class EmbeddedFonts : IFontResolver
{
    public const string Family = "Specimen";

    private static readonly Lock _once = new();

    public static void Install()
    {
        lock (_once)
        {
            GlobalFontSettings.FontResolver ??= new EmbeddedFonts();
        }
    }

    public FontResolverInfo? ResolveTypeface(string familyName, bool bold, bool italic) => new(bold ? "specimen-bold" : "specimen");

    public byte[]? GetFont(string faceName)
    {
        using var font = Assembly.GetExecutingAssembly().GetManifestResourceStream(faceName + ".ttf")!;
        using var copy = new MemoryStream();
        font.CopyTo(copy);
        return copy.ToArray();
    }
}
