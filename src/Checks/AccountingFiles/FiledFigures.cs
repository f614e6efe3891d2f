using NodaTime;
using Pupitre.Deliverables.Fec;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>Five figures of the filed accounts of a year, typed in by the owner: the file is held against them (FEC-15).</summary>
public sealed class FiledFigures : ICompanyOwned, IVersioned
{
    public const string Kind = "filed-figures";

    private FiledFigures()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    /// <summary>Last day of the fiscal year.</summary>
    public DateOnly Closing { get; private init; }

    public decimal Result { get; private set; }

    public decimal Turnover { get; private set; }

    public decimal TotalAssets { get; private set; }

    public decimal Equity { get; private set; }

    public decimal Cash { get; private set; }

    public Instant TypedAt { get; private set; }

    public AccountsFigures Figures => new(Result, Turnover, TotalAssets, Equity, Cash);

    internal static FiledFigures Of(DateOnly closing) => new() { Closing = closing };

    internal void Type(AccountsFigures figures, Instant now)
    {
        (Result, Turnover, TotalAssets, Equity, Cash) = (figures.Result, figures.Turnover, figures.TotalAssets, figures.Equity, figures.Cash);
        TypedAt = now;
    }
}
