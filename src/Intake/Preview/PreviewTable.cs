using Pupitre.Kernel;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.Recognition.Tables;

namespace Pupitre.Intake.Preview;

/// <summary>Reads the head of a table: its sheets, the names of its columns, its first rows.</summary>
internal static class PreviewTable
{
    public const int Rows = 15;
    public const int MaxColumns = 12;

    public static FilePreview Run(Stream content, string? sheet)
    {
        using var table = Open(content, sheet);
        var head = TableHead.Of(table);
        return head.Columns.Count == 0
            ? new FilePreview.Nothing(Texts.Preview_EmptyTable)
            : new FilePreview.Table([.. head.Columns.Take(MaxColumns)], [.. head.Rows.Take(Rows).Select(row => table.Form.Separator is null ? row with { Cells = [.. row.Cells.Select(Dated)] } : row)], table.Form.Sheets, table.Form.Sheet, head.Columns.Count, IsWhole: head.Rows.Count <= Rows);
    }

    // A workbook keeps a day as a number, which its reader gives in ISO 8601: people see the day as they write it.
    private static string Dated(string cell) =>
        DateOnly.TryParseExact(cell, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? Moments.Short(day) : cell;

    // An address may name a sheet that is not there.
    private static TableReader Open(Stream content, string? sheet)
    {
        try
        {
            return TableFile.OpenTable(content, sheet: sheet, leaveOpen: true);
        }
        catch (Refused) when (sheet is not null)
        {
            return TableFile.OpenTable(content, leaveOpen: true);
        }
    }
}
