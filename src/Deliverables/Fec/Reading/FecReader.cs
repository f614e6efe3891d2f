using System.Text;
using Pupitre.Kernel;

namespace Pupitre.Deliverables.Fec;

/// <summary>Reads a file of either form and tells its lines to a sink.</summary>
internal static class FecReader
{
    /// <summary>Reads the whole file.</summary>
    /// <returns>Its form, and whether it was read to its end: not when its header is refused or its XML broken.</returns>
    /// <exception cref="UnreadableFec">It cannot be read, or changed while it was read.</exception>
    public static (FecFormat Format, bool IsWhole) Read(FecFile file, IFecSink sink, CancellationToken token)
    {
        try
        {
            return XmlStart.Of(file.Parts[0]).IsXml ? ReadXml(file, sink, token) : ReadFlat(file, sink, token);
        }
        catch (OverflowException)
        {
            throw new UnreadableFec(Texts.File_TooMuch);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            throw new UnreadableFec(Texts.File_Unreadable.With(file.Name, broken.Message), broken);
        }
    }

    private static (FecFormat Format, bool IsWhole) ReadFlat(FecFile file, IFecSink sink, CancellationToken token)
    {
        using var reader = new FlatReader(file, sink, token);
        var isWhole = reader.Run();
        return (reader.Format, isWhole);
    }

    private static (FecFormat Format, bool IsWhole) ReadXml(FecFile file, IFecSink sink, CancellationToken token)
    {
        FileText.KnowLatin9();
        FecFormat? format = null;
        var isWhole = true;
        var place = new XmlPlace();
        foreach (var part in file.Parts)
        {
            using var stream = new ProvingStream(part.Open());
            var reader = new XmlFecReader(sink, XmlStart.Of(part), place, token);
            isWhole &= reader.Run(stream);
            format ??= stream.Format(reader.Regime);
            (place.IsFirst, place.LinesBefore) = (false, place.LinesBefore + stream.Lines);
        }

        return (format!, isWhole);
    }
}

/// <summary>Decodes names that were kept as bytes.</summary>
internal static class FileText
{
    private const int Latin9CodePage = 28605;
    private const int WindowsCodePage = 1252;

    public static readonly Encoding Latin9 = CodePagesEncodingProvider.Instance.GetEncoding(Latin9CodePage)!;

    public static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(WindowsCodePage)!;

    public static Encoding Of(FecFormat format) => format is not { Charset: FecCharset.Iso885915, Separator: not FecSeparator.Xml } ? Encoding.UTF8
        : format.HasWindowsSigns ? Windows : Latin9;

    /// <summary>So that an XML declaration may name ISO 8859-15.</summary>
    public static void KnowLatin9() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
}
