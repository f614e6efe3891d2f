namespace Pupitre.Recognition.Contents;

/// <summary>
/// Recognises files of one kind by their content. Whoever knows a kind contributes it; they are asked in their order, and the first that
/// answers has the file.
/// </summary>
public interface IRecognise
{
    /// <summary>Place among those who are asked, the smallest first; tens, so that another can stand between two. The own ones: 100 to 200.</summary>
    int Order { get; }

    /// <summary>
    /// What the file is and says about itself; null when it is of another kind. The content stands at its beginning, and is put back there by
    /// who reads it and answers null.
    /// </summary>
    Finding? Run(SeenFile file);
}

/// <summary>A file as it is shown to those who may know its kind.</summary>
/// <param name="Content">The file; it seeks.</param>
/// <param name="Head">Its first bytes.</param>
/// <param name="Signature">What the first bytes, or the list of an archive, say of the format.</param>
/// <param name="Company">What has to be known of the company to believe a mail.</param>
/// <param name="Depth">Archives around it.</param>
/// <param name="Budget">What its drop may still unpack.</param>
public sealed record SeenFile(
    Stream Content, string Name, byte[] Head, FileSignature Signature, CompanyMail Company, int Depth, UnpackingBudget Budget)
{
    /// <summary>The first element of an XML file; null when it is none.</summary>
    public XmlRoot? Root { get; } = Signature == FileSignature.Xml ? XmlRoot.Of(Head) : null;

    /// <summary>The month that its name speaks of.</summary>
    public DateOnly? PeriodOfName => DatesInText.Period(Folded.Of(Name.Replace('_', ' ')));

    /// <summary>Whether its first lines have the same separator, at least once in each.</summary>
    public bool IsTabular { get; } = Signature is FileSignature.Text or FileSignature.Unknown && LooksTabular(Head);

    // The same separator in the first lines, at least once in each.
    private static bool LooksTabular(ReadOnlySpan<byte> head)
    {
        var text = System.Text.Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(12).ToList();
        var enough = Math.Max(2, lines.Count - 3);
        return lines.Count >= 2 && ";\t,|".Any(separator => lines.Count(line => line.Contains(separator, StringComparison.Ordinal)) >= enough);
    }
}
