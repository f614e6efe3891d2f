namespace Pupitre.ServiceLevels.Papers;

/// <summary>A paper to be filed or sent: a letter or a report, in blocks that a PDF and a DOCX both know.</summary>
/// <param name="Title">Its title, also written in the file's properties.</param>
/// <param name="From">Who issues it, in the head.</param>
/// <param name="Foot">Sources and date, at the foot of each page.</param>
internal sealed record Paper(string Title, string From, string Foot, IReadOnlyList<PaperBlock> Blocks);

/// <summary>A block of a paper.</summary>
internal abstract record PaperBlock
{
    /// <summary>A heading over what follows.</summary>
    public sealed record Heading(string Text) : PaperBlock;

    /// <summary>A paragraph; an empty one is a space.</summary>
    public sealed record Paragraph(string Text) : PaperBlock;

    /// <summary>A table: heads, then rows of as many texts. The columns marked as numbers are set to the right.</summary>
    /// <param name="Widths">Share of the width for each column; they add up to 1.</param>
    public sealed record Table(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<double> Widths, IReadOnlyList<bool> Numbers) : PaperBlock;
}
