using Microsoft.AspNetCore.Http;

namespace Pupitre.Gathering.Exports;

/// <summary>A sheet of a workbook that is taken home.</summary>
/// <param name="Name">Shown on its tab: at most 31 signs, without brackets, slashes, colons, stars and question marks.</param>
/// <param name="Table">Its rows.</param>
public sealed record ExportSheet(string Name, TableExport Table);

/// <summary>Several lists taken home as one XLSX workbook, a sheet for each; as with one list, nothing in it runs as a formula.</summary>
/// <param name="Name">Name of the file, without its ending.</param>
/// <param name="Sheets">At least one, in their order.</param>
public sealed record WorkbookExport(string Name, IReadOnlyList<ExportSheet> Sheets)
{
    /// <summary>The answer of a download route.</summary>
    public async Task<IResult> AnswerAsync(CancellationToken token)
    {
        var file = await VanishingFile.WriteAsync(stream => WriteAsync(stream, token));
        return Results.Stream(file, TableExport.XlsxMediaType, Name + ".xlsx");
    }

    /// <summary>Writes the workbook into a stream.</summary>
    public Task WriteAsync(Stream output, CancellationToken token) => XlsxTable.WriteAsync(Sheets, output, token);
}
