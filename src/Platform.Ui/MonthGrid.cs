namespace Pupitre.Platform.Ui;

/// <summary>A month of a <c>MonthGrid</c>.</summary>
/// <param name="Key">Unique text, such as 2026-05; the year before the hyphen stands above the months.</param>
/// <param name="Short">Head of the column: "mai".</param>
/// <param name="Name">The month in full, for the list on a phone.</param>
/// <param name="IsCurrent">Whether today is in it.</param>
public sealed record MonthGridColumn(string Key, string Short, string Name, bool IsCurrent)
{
    internal string Year => Key.Split('-')[0];
}

/// <summary>Rows that belong together, under a name.</summary>
public sealed record MonthGridGroup(string Name, IReadOnlyList<MonthGridRow> Rows);

/// <summary>One row.</summary>
/// <param name="Name">What is owed.</param>
/// <param name="Note">Who owes it; empty where that goes without saying.</param>
/// <param name="Href">Where the name leads.</param>
/// <param name="Cells">As many lists as there are columns; a month may hold none or several.</param>
/// <param name="Why">Why there is nothing in any of them, or null.</param>
/// <param name="WhyHref">Where that is mended, or null.</param>
public sealed record MonthGridRow(string Name, string Note, string Href, IReadOnlyList<IReadOnlyList<MonthGridCell>> Cells, string? Why = null, string? WhyHref = null);

/// <summary>One thing due.</summary>
/// <param name="Label">What the drawing says, in words: name, month, state.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Note">What stands beside the row's name in the list on a phone: the day and the state.</param>
/// <param name="Letter">Whose delay it is.</param>
/// <param name="Rate">A month's rate, drawn as a small bar instead of a mark.</param>
/// <param name="Drop">Fields sent along with a file that is dropped on it; null where nothing can be dropped.</param>
/// <param name="Text">What stands small below the drawing: the days between planned and done.</param>
public sealed record MonthGridCell(Mark Mark, string Label, string Href, string Note, string? Letter = null, MonthGridRate? Rate = null, string? Drop = null, string? Text = null);

/// <summary>What a month's rate stands on, drawn as <c>SignatureBar</c> does, and written below it.</summary>
/// <param name="LateByCompany">Late, as the company's own people alone say.</param>
/// <param name="LateByProvider">Late, as the provider alone says.</param>
public sealed record MonthGridRate(string Text, int Proven, int Company, int Provider, int NoTrace, int Late, int LateByCompany = 0, int LateByProvider = 0)
{
    /// <summary>The parts that are not empty, from left to right: class, pattern, left edge and width in hundredths.</summary>
    internal IEnumerable<(string Class, string? Fill, string From, string Width)> Parts()
    {
        (int Count, string Class, string? Fill)[] parts =
        [
            (Proven, "pu-bar-proven", null), (Company, "pu-bar-part", "url(#grid-dots)"), (Provider, "pu-bar-part", "url(#grid-hatch)"), (NoTrace, "pu-bar-none", null),
            (LateByProvider, "pu-bar-said", "url(#grid-late-hatch)"), (LateByCompany, "pu-bar-said", "url(#grid-late-dots)"), (Late, "pu-bar-late", null),
        ];
        var widths = BarWidths.Of([.. parts.Select(part => part.Count)]);
        var from = 0m;
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Count > 0)
            {
                yield return (parts[i].Class, parts[i].Fill, Number(from), Number(widths[i]));
            }

            from += widths[i];
        }
    }

    private static string Number(decimal value) => value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
