using Microsoft.AspNetCore.Http;
using Pupitre.Platform;

namespace Pupitre.Gathering.Exports;

/// <summary>
/// A list taken home whole, as CSV or XLSX. What stands in a cell came from files and people outside, so nothing in it may run as a
/// formula when a spreadsheet opens the file.
/// </summary>
/// <param name="Name">Name of the file, without its ending.</param>
/// <param name="Headers">One word or two per column, in the reader's language, with the unit.</param>
/// <param name="Rows">As many values as headers: text, numbers, <c>LocalDate</c>, <c>LocalDateTime</c>, <c>DateOnly</c> or null. Read once, never held whole.</param>
public sealed record TableExport(string Name, IReadOnlyList<string> Headers, IEnumerable<IReadOnlyList<object?>> Rows)
{
    internal const string XlsxMediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The answer of a download route: <paramref name="format"/> is <c>csv</c> or <c>xlsx</c>; anything else does not exist.</summary>
    public async Task<IResult> AnswerAsync(string format, CancellationToken token) => format switch
    {
        "csv" => await StreamAsync(CsvTable.WriteAsync, "text/csv; charset=utf-8", format, token),
        "xlsx" => await StreamAsync(XlsxTable.WriteAsync, XlsxMediaType, format, token),
        _ => throw new NotFound(),
    };

    /// <summary>Writes the table into a larger file; <paramref name="format"/> as for <see cref="AnswerAsync"/>.</summary>
    public Task WriteAsync(string format, Stream output, CancellationToken token) => format switch
    {
        "csv" => CsvTable.WriteAsync(this, output, token),
        "xlsx" => XlsxTable.WriteAsync(this, output, token),
        _ => throw new NotFound(),
    };

    private async Task<IResult> StreamAsync(Func<TableExport, Stream, CancellationToken, Task> write, string mediaType, string ending, CancellationToken token)
    {
        var file = await VanishingFile.WriteAsync(stream => write(this, stream, token));
        return Results.Stream(file, mediaType, $"{Name}.{ending}");
    }
}
