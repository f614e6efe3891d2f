using Pupitre.Kernel;
using Pupitre.Recognition.Tables;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>A file as it was sent: the sheets that say something of the map, and what is left aside.</summary>
/// <param name="Sheets">Each kind once at most; the processes first, for the others speak of them.</param>
/// <param name="Aside">Names of sheets with rows of which no title is known.</param>
/// <param name="Formulas">Names of sheets with formulas: of each, the value that the workbook keeps was read.</param>
internal sealed record SheetBook(
    IReadOnlyList<SheetContent> Sheets, IReadOnlyList<string> Aside, IReadOnlyList<string> Formulas)
{
    /// <summary>Largest file that is taken: ten times what a large map needs.</summary>
    public const int MaxBytes = 2 << 20;

    /// <summary>Rows of all sheets.</summary>
    public const int MaxRows = 50_000;

    private const int MaxSheets = 20;

    /// <summary>Titles of columns that mean nothing here; they are left out.</summary>
    public IReadOnlyList<string> Strange => [.. Sheets.SelectMany(sheet => sheet.Strange)];

    public SheetContent? Of(SheetKind kind) => Sheets.FirstOrDefault(sheet => sheet.Kind == kind);

    /// <exception cref="Refused">It is no table, nothing in it is of the map, or it has too many rows or sheets.</exception>
    public static SheetBook Read(byte[] file)
    {
        if (file.Length > MaxBytes)
        {
            throw new Refused(Texts.Sheet_TooLarge.With(MaxBytes >> 20));
        }

        var (sheets, aside, formulas) = (new List<SheetContent>(), new List<string>(), new List<string>());
        var names = NamesOf(file);
        foreach (var name in names)
        {
            using var table = Open(file, name);
            if (SheetContent.Of(table, MaxRows - sheets.Sum(sheet => sheet.Lines.Count)) is { } content)
            {
                Add(sheets, content);
            }
            else if (name is not null && HasRows(table))
            {
                aside.Add(name);
            }

            if (name is not null && table.Form.HasFormulas)
            {
                formulas.Add(name);
            }
        }

        RefuseLost(sheets, aside);
        return new SheetBook(
            [.. SheetKinds.All.Select(kind => sheets.Find(sheet => sheet.Kind == kind)).OfType<SheetContent>()], aside, formulas);
    }

    // A text has one sheet without a name.
    private static string?[] NamesOf(byte[] file)
    {
        using var table = Open(file, null);
        if (table.Form.Sheets.Count > MaxSheets)
        {
            throw new Refused(Texts.Sheet_TooManySheets.With(MaxSheets));
        }

        return table.Form.Sheet is null ? [null] : [.. table.Form.Sheets.Distinct(StringComparer.Ordinal)];
    }

    private static TableReader Open(byte[] file, string? sheet) =>
        TableFile.OpenTable(new MemoryStream(file, writable: false), sheet: sheet);

    private static void Add(List<SheetContent> sheets, SheetContent content)
    {
        if (sheets.Exists(sheet => sheet.Kind == content.Kind))
        {
            throw new Refused(Texts.Sheet_KindTwice.With(content.Kind.Name, content.Sheet));
        }

        sheets.Add(content);
    }

    private static bool HasRows(TableReader table)
    {
        table.Rewind();
        while (table.Read())
        {
            if (table.Cells.Exists(cell => cell.Length > 0))
            {
                return true;
            }
        }

        return false;
    }

    // A sheet that bears the name of one of ours and lacks its titles was meant to be read.
    private static void RefuseLost(List<SheetContent> sheets, List<string> aside)
    {
        foreach (var name in aside)
        {
            if (SheetKinds.All.FirstOrDefault(kind => kind.IsCalled(name)) is { } meant)
            {
                var titles = string.Join(", ", meant.Required.Select(column => column.Name));
                throw new Refused(Texts.Sheet_TitlesMissing.With(name, titles));
            }
        }

        if (sheets.Count == 0)
        {
            throw new Refused(Texts.Sheet_NoTitles.With(ProcessColumns.Name.Name));
        }
    }
}
