using Pupitre.Recognition.Tables;

namespace Pupitre.Intake.Preview;

/// <summary>What is shown of a file's content. Nothing of the file is run for it, and nothing of it reaches the page but text, and points of a picture.</summary>
public abstract record FilePreview
{
    /// <summary>No preview, and a word that helps.</summary>
    public sealed record Nothing(string Why) : FilePreview;

    /// <summary>A picture of points, which the browser asks for by itself.</summary>
    public sealed record Picture : FilePreview;

    /// <summary>One page of a PDF as its text.</summary>
    /// <param name="Pages">Zero when it could not be opened.</param>
    public sealed record Paper(int Pages, int Page, string Text, string? Problem) : FilePreview;

    /// <summary>The first lines of a text.</summary>
    /// <param name="IsDocument">Whether a browser would run it as a page or a drawing: it is said that it is not.</param>
    public sealed record Lines(string Text, int Count, bool IsCut, bool IsDocument) : FilePreview;

    /// <summary>A mail: its headers and its words.</summary>
    /// <param name="IsOfHtml">Whether the words are those of HTML, without pictures and links.</param>
    public sealed record Mail(IReadOnlyList<(string Name, string Value)> Headers, string Text, bool IsOfHtml, bool IsCut) : FilePreview;

    /// <summary>The head of a table.</summary>
    /// <param name="Columns">Names of the first columns.</param>
    /// <param name="Sheets">Names of the sheets that people see; none in a file without sheets.</param>
    /// <param name="AllColumns">How many columns there are.</param>
    /// <param name="IsWhole">Whether there are no other rows.</param>
    public sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<TableSample> Rows, IReadOnlyList<string> Sheets, string? Sheet, int AllColumns, bool IsWhole) : FilePreview;

    /// <summary>Names of what lies inside, in its order, with the hash by which each is known here.</summary>
    public IReadOnlyList<(string Name, long Size, string? Hash)> Inside { get; init; } = [];
}
