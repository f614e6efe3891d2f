using Pupitre.Platform;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.ServiceLevels.Forecasts;

/// <summary>Reads how the forecast of a commitment stands, with its own record.</summary>
internal sealed class ReadForecast(ReadCompanyFacts readFacts, MeasureCommitment measure)
{
    public async Task<ForecastView> RunAsync(Guid commitmentId, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        return facts.Find(commitmentId) is { IsClock: true } commitment
            ? new ForecastView(commitment, (await measure.RunAsync(commitment.Terms, facts.Stamp.Evidence, token)).Forecasts)
            : throw new NotFound();
    }
}

internal sealed record ForecastView(CommitmentFacts Commitment, CaseForecasts Forecasts);
