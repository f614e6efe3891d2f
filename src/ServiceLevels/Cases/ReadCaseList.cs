using Microsoft.AspNetCore.Http;
using NodaTime;
using Pupitre.Gathering.Exports;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Forecasts;
using Pupitre.Platform;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Disputes;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Cases;

/// <summary>Lists the cases of a clock commitment, a page at a time, or whole for an export.</summary>
public sealed class ReadCaseList(ReadCompanyFacts readFacts, MeasureCommitment measure, Tenant tenant)
{
    public const int PageSize = 20;

    public async Task<CaseListView> RunAsync(Guid commitmentId, CaseFilter filter, int page, CancellationToken token)
    {
        var (commitment, measured) = await MeasuredAsync(commitmentId, token);
        var (rows, total) = filter.Page(measured, Math.Max(1, page), PageSize);
        return new CaseListView(commitment, measured, rows, total);
    }

    /// <summary>The whole list, without a limit of rows.</summary>
    internal async Task<IResult> ExportAsync(Guid commitmentId, CaseFilter filter, string format, CancellationToken token)
    {
        var (commitment, measured) = await MeasuredAsync(commitmentId, token);
        return await new TableExport(Texts.Case_FileName, Headers, filter.All(measured).Select(item => Row(item, commitment.Terms.Versions.Count, measured.Forecasts.Of(item)))).AnswerAsync(format, token);
    }

    private async Task<(CommitmentFacts Commitment, MeasuredCases Measured)> MeasuredAsync(Guid commitmentId, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var commitment = facts.Find(commitmentId);
        return commitment is { IsClock: true }
            ? (commitment, await measure.RunAsync(commitment.Terms, facts.Stamp.Evidence, token))
            : throw new NotFound();
    }

    private static IReadOnlyList<string> Headers =>
    [
        Texts.Case_Name, Texts.Grid_Month, Texts.Case_Start, Texts.Case_Stop, Texts.Case_RunningHours, Texts.Reading_DeclaredShort, Texts.Reading_EvidencedShort, Texts.Reading_ProvenShort,
        Texts.Case_Standing, Texts.Grid_Delay, Texts.Case_ProviderPausedHours, Texts.Case_Version, Texts.Dispute_Title,
        Texts.Forecast_Column, Texts.Forecast_Sample,
    ];

    private object?[] Row(in CaseObligation item, int versions, ForecastAnswer? forecast) =>
    [
        item.Case, OccurrenceKeys.OfMonth(item.Month), Local(item.Start), Local(item.Declared.Stop), item.Standing == Standing.Outside ? null : Math.Round(item.Declared.Running.TotalHours, 4),
        item.Declared.Outcome.Text(), item.Evidenced.Outcome.Text(), item.Proven.Outcome.Text(), item.Standing.Text(item.Delay), item.Delay?.Text(),
        Math.Round(Duration.FromTicks(item.ProviderPausedTicks).TotalHours, 4), versions > 1 ? item.Version + 1 : 1,
        item.Disputed is { } wish ? Texts.Dispute_WishIs.With(wish.Text()) : null,
        forecast is { } answer ? Math.Round(answer.Chance * 100) : null, forecast?.AtRisk,
    ];

    private object? Local(Moment moment) => moment.IsDay ? moment.DayIn(tenant.Zone) : moment.Value?.InZone(tenant.Zone).LocalDateTime;
}

/// <summary>One page of cases.</summary>
public sealed record CaseListView(CommitmentFacts Commitment, MeasuredCases Measured, IReadOnlyList<CaseObligation> Rows, int Total);
