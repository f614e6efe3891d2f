namespace Pupitre.ProcessMap.Sheets;

/// <summary>A kind of sheet: what its rows say. Which kind a sheet is, its titles tell, whatever it is called.</summary>
/// <param name="Title">Key of its name in the texts.</param>
/// <param name="Slug">Name of its file and of its address, where it leaves alone.</param>
/// <param name="Columns">In the order in which they leave.</param>
/// <param name="Required">Titles without which a row says nothing.</param>
public sealed record SheetKind(
    string Title, string Slug, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<SheetColumn> Required)
{
    /// <summary>In the reader's language.</summary>
    public string Name => SheetCells.WordOf(Title);

    public bool IsCalled(string name) => SheetCells.Is(name, Title);

    /// <summary>Whether a row of titles is one of this kind.</summary>
    public bool IsNamedBy(IReadOnlyList<string> titles) => Required.All(column => titles.Any(column.IsCalled));
}

/// <summary>The sheets of a map, in the order in which they leave.</summary>
internal static class SheetKinds
{
    public static readonly SheetKind Processes = new(nameof(Texts.Map_Processes), "processes", ProcessColumns.All, [ProcessColumns.Name]);

    public static readonly SheetKind Roles = new(nameof(Texts.Sheet_Roles), "roles",
        [PartColumns.Process, PartColumns.Role, PartColumns.Person, PartColumns.Provider, PartColumns.Key],
        [PartColumns.Process, PartColumns.Role, PartColumns.Person]);

    public static readonly SheetKind KnowHow = new(nameof(Texts.Role_KnowHow), "know-how",
        [PartColumns.Process, PartColumns.Person, PartColumns.Provider, PartColumns.Level, PartColumns.Key],
        [PartColumns.Process, PartColumns.Person, PartColumns.Level]);

    public static readonly SheetKind Links = new(nameof(Texts.Map_Links), "links", LinkColumns.All, [LinkColumns.From, LinkColumns.To]);

    public static readonly SheetKind Rekeyings = new(nameof(Texts.Map_Rekeyings), "rekeyings", RekeyingColumns.All,
        [RekeyingColumns.Process, RekeyingColumns.FromTool, RekeyingColumns.ToTool]);

    public static readonly SheetKind Tools = new(
        nameof(Texts.Map_Tools), "tools", ToolColumns.All, [ToolColumns.Name, ToolColumns.Kind]);

    public static readonly IReadOnlyList<SheetKind> All = [Processes, Roles, KnowHow, Links, Rekeyings, Tools];

    /// <summary>What a row of titles says the sheet is; null where it is none of them. The one that asks for least comes last.</summary>
    public static SheetKind? Of(IReadOnlyList<string> titles) =>
        All.Skip(1).Append(Processes).FirstOrDefault(kind => kind.IsNamedBy(titles));
}
