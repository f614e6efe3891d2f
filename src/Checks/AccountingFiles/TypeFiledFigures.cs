using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Deliverables.Fec;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>Types in the five figures of the filed accounts, against which the file is checked again.</summary>
internal sealed class TypeFiledFigures(Db db, IClock clock, StartCheck startCheck)
{
    public async Task<(AccountingFile File, FiguresInput Input)> PrepareAsync(Guid fileId, CancellationToken token)
    {
        var file = await db.Set<AccountingFile>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == fileId, token) ?? throw new NotFound();
        var known = await db.Set<FiledFigures>().AsNoTracking().SingleOrDefaultAsync(row => row.Closing == file.Closing, token);
        return (file, known is null ? new FiguresInput() : new FiguresInput
        {
            Version = known.Version,
            Result = known.Result,
            Turnover = known.Turnover,
            TotalAssets = known.TotalAssets,
            Equity = known.Equity,
            Cash = known.Cash,
        });
    }

    public async Task RunAsync(Guid fileId, FiguresInput input, CancellationToken token)
    {
        var file = await db.Set<AccountingFile>().SingleOrDefaultAsync(row => row.Id == fileId, token) ?? throw new NotFound();
        if (file.Closing is not { } closing)
        {
            throw new Refused(Texts.Books_NoClosing);
        }

        if (input is not { Result: { } result, Turnover: { } turnover, TotalAssets: { } assets, Equity: { } equity, Cash: { } cash })
        {
            throw new Refused(Texts.Books_FiguresMissing);
        }

        var figures = await db.Set<FiledFigures>().SingleOrDefaultAsync(row => row.Closing == closing, token);
        if (figures is null)
        {
            figures = FiledFigures.Of(closing);
            db.Add(figures);
        }
        else
        {
            db.Entry(figures).Property(row => row.Version).OriginalValue = input.Version;
        }

        figures.Type(new AccountsFigures(result, turnover, assets, equity, cash), clock.GetCurrentInstant());
        db.Record("FiledFiguresTyped", new SubjectRef(FiledFigures.Kind, figures.Id), new { Closing = closing.ToString("O", System.Globalization.CultureInfo.InvariantCulture), result, turnover, assets, equity, cash });
        await startCheck.RunAsync(file.Id, token);
    }
}

/// <summary>The five figures, in euros.</summary>
public sealed class FiguresInput
{
    public long Version { get; set; }

    public decimal? Result { get; set; }

    public decimal? Turnover { get; set; }

    public decimal? TotalAssets { get; set; }

    public decimal? Equity { get; set; }

    public decimal? Cash { get; set; }
}
