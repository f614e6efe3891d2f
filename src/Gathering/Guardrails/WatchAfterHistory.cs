using NodaTime;
using Pupitre.Platform.Following;

namespace Pupitre.Gathering.Guardrails;

/// <summary>
/// Looks at the guardrails a while after something was written, so that the record says since when a mistake stands, and knows of one
/// that was mended the same day. What is corrected within minutes was no mistake.
/// </summary>
internal sealed class WatchAfterHistory(WatchGuardrails watch) : IFollowHistory
{
    private const int AgeMinutes = 10;

    public string Name => "guardrails";

    public string Title => Texts.Guardrail_Follows;

    // What stands now is looked at, whatever led to it.
    public int LinesFromBefore => 1;

    public Duration Age => Duration.FromMinutes(AgeMinutes);

    public Task ReadAsync(IReadOnlyList<FollowedLine> lines, CancellationToken token) =>
        lines.All(line => line.Verb is "GuardrailOpened" or "GuardrailSolved") ? Task.CompletedTask : watch.RunAsync(token);
}
