namespace Pupitre.Platform.Ui;

/// <summary>A month of a <c>MonthGrid</c>.</summary>
/// <param name="Key">Unique text, such as 2026-05.</param>
/// <param name="Short">Head of the column: "mai".</param>
/// <param name="Name">The month in full, for the list on a phone.</param>
/// <param name="IsCurrent">Whether today is in it.</param>
public sealed record MonthGridColumn(string Key, string Short, string Name, bool IsCurrent);

/// <summary>Rows that belong together, under a name.</summary>
public sealed record MonthGridGroup(string Name, IReadOnlyList<MonthGridRow> Rows);

/// <summary>One row.</summary>
/// <param name="Name">What is owed.</param>
/// <param name="Note">Who owes it.</param>
/// <param name="Href">Where the name leads.</param>
/// <param name="Cells">As many lists as there are columns; a month may hold none or several.</param>
public sealed record MonthGridRow(string Name, string Note, string Href, IReadOnlyList<IReadOnlyList<MonthGridCell>> Cells);

/// <summary>One thing due.</summary>
/// <param name="Label">What the drawing says, in words: name, month, state.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Note">What stands beside the row's name in the list on a phone: the day and the state.</param>
/// <param name="Letter">Whose delay it is.</param>
/// <param name="Text">Written instead of a drawing: the rate of a month.</param>
/// <param name="Drop">Fields sent along with a file that is dropped on it; null where nothing can be dropped.</param>
public sealed record MonthGridCell(Mark Mark, string Label, string Href, string Note, string? Letter = null, string? Text = null, string? Drop = null);
