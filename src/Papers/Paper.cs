using Pupitre.Kernel;

namespace Pupitre.Papers;

/// <summary>A paper to be filed or sent: a letter or a report, in blocks that a PDF and a DOCX both know.</summary>
/// <param name="Title">Its title, also written in the file's properties.</param>
/// <param name="From">Who issues it, in the head.</param>
/// <param name="Foot">Sources and date, at the foot of each page.</param>
public sealed record Paper(string Title, string From, string Foot, IReadOnlyList<PaperBlock> Blocks)
{
    /// <summary>More pages than anybody reads: what is beyond is cut, and the last page says so.</summary>
    public int MaxPages { get; init; } = 200;

    /// <summary>When it was made, as the file's properties say; once it is given, equal papers are equal to the byte. Null for
    /// now.</summary>
    public DateTimeOffset? MadeAt { get; init; }
}

/// <summary>A block of a paper.</summary>
public abstract record PaperBlock
{
    /// <summary>A part of a long paper: it begins a page, stands in the list of contents and among the bookmarks.</summary>
    public sealed record Chapter(string Text) : PaperBlock;

    /// <summary>The chapters that follow, with their pages.</summary>
    public sealed record Contents(string Title) : PaperBlock;

    /// <summary>A drawing on wide pages of its own, cut over several where it would not be legible; a DOCX leaves it out.</summary>
    /// <param name="Title">What it shows, for whoever reads and whoever hears.</param>
    /// <param name="Svg">As <c>DrawPicture</c> of the diagrams writes it.</param>
    public sealed record Drawing(string Title, string Svg) : PaperBlock;

    /// <summary>A heading over what follows.</summary>
    public sealed record Heading(string Text) : PaperBlock;

    /// <summary>A paragraph; an empty one is a space.</summary>
    public sealed record Paragraph(string Text) : PaperBlock;

    /// <summary>One of a numbered list; the numbers are written by whoever draws it, from 1.</summary>
    public sealed record Item(string Text) : PaperBlock;

    /// <summary>A table: heads, then rows of as many texts. The columns marked as numbers are set to the right.</summary>
    /// <param name="Widths">Share of the width for each column; they add up to 1.</param>
    public sealed record Table(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<double> Widths, IReadOnlyList<bool> Numbers) : PaperBlock;

    /// <summary>
    /// One bar across the page, cut into parts that differ in black and white: what a rate stands on. A DOCX says its sentence.
    /// </summary>
    /// <param name="Label">The sentence that says the same.</param>
    public sealed record Bar(string Label, IReadOnlyList<BarPart> Parts) : PaperBlock;

    /// <summary>A plot of bars, with its figures below.</summary>
    /// <param name="Title">What it shows, as a sentence.</param>
    /// <param name="Figures">One row for each group of bars: its label, then a value for each series.</param>
    /// <param name="Series">At most three sets of bars, none of whose values is negative.</param>
    public sealed record Plot(string Title, Table Figures, IReadOnlyList<PlotSeries> Series) : PaperBlock;
}

/// <summary>A part of a bar.</summary>
/// <param name="Count">How much of it; nothing is drawn for none.</param>
public sealed record BarPart(BarFill Fill, int Count);

/// <summary>How a part of a bar is drawn.</summary>
public enum BarFill
{
    Solid,
    Dotted,
    Hatched,

    /// <summary>A thin broken line around it.</summary>
    Outlined,
    Empty,
}
