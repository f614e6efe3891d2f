using System.Runtime.InteropServices;
using Pupitre.Recognition.Tables;

namespace Pupitre.Recognition.Tracking;

/// <summary>Where the months of a tracking sheet stand.</summary>
public enum MonthsAlong
{
    /// <summary>A line is a month, a column is what is done.</summary>
    Lines,

    /// <summary>A column is a month, a line is what is done.</summary>
    Columns,

    /// <summary>A line is one thing in one month: the months come again for each.</summary>
    Both,
}

/// <summary>A sheet with months along one side and what is done along the other: each cell says what became of one due date.</summary>
/// <param name="Name">Name of the sheet; empty for a text.</param>
/// <param name="Heading">The lines above the table: whose it is, in its own words.</param>
/// <param name="MonthsTitle">What the column of months is called; empty where months are columns.</param>
/// <param name="Series">What is done, each with its cells.</param>
/// <param name="UnreadLines">Lines that hold something but name no month: totals, remarks.</param>
/// <param name="AsksYear">Its months have no year, and nothing around them says it.</param>
public sealed record TrackingSheet(string Name, MonthsAlong Along, string Heading, string MonthsTitle, IReadOnlyList<TrackingSeries> Series, IReadOnlyList<int> UnreadLines, bool AsksYear)
{
    /// <summary>The sheet holds several tables, and <see cref="Name"/> says which of them this is.</summary>
    public bool IsOneOfSeveral { get; init; }
}

/// <summary>One thing that is done month after month.</summary>
/// <param name="Title">As the sheet calls it.</param>
public sealed record TrackingSeries(string Title, IReadOnlyList<TrackingCell> Cells)
{
    /// <summary>Something in it is a date, or says that it is done.</summary>
    public bool SaysDone => Cells.Any(cell => cell.Said is Said.Dated or Said.Done);
}

/// <summary>What one cell says.</summary>
/// <param name="Place">Its name in the sheet: B4.</param>
/// <param name="Months">1 for a month, 3 for a quarter.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TrackingCell(DateOnly Month, int Months, int Line, string Place, Said Said, CellDate Date, string Text);
