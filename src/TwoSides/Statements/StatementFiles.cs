using Microsoft.AspNetCore.Http;
using Pupitre.ClosedMonths.Statements;
using Pupitre.Papers;
using Pupitre.Platform;

namespace Pupitre.TwoSides.Statements;

/// <summary>The files of a closed month: what both sides recompute, and the paper.</summary>
internal sealed class StatementFiles(ReadClosed readClosed, ReadMonthStatement read, StatementPaper paper)
{
    /// <param name="format">"json" or "pdf".</param>
    /// <exception cref="NotFound">The month is not closed, or there is no such form of it.</exception>
    public async Task<IResult> AnswerAsync(MonthStatement? row, string format, CancellationToken token)
    {
        if (row?.Hash is not { } hash)
        {
            throw new NotFound();
        }

        if (format == "pdf")
        {
            var view = await read.RunAsync(row.ContractId, row.Month, row.Number, token);
            return Results.Bytes(
                PdfWriter.Write(paper.Of(view)), "application/pdf", Path.ChangeExtension(CloseMonth.FileName(row), ".pdf"));
        }

        var file = new StatementFile
        {
            Hashed = format == "json" ? await readClosed.BytesAsync(hash, token) : throw new NotFound(),
            Hash = hash,
            Clear = StatementFile.ReadClear(row.Clear!),
        };
        return Results.Bytes(file.Write(), "application/json", CloseMonth.FileName(row));
    }
}
