using Pupitre.Evidence.Events;
using Pupitre.Evidence.Sources;
using Pupitre.Kernel.Commitments;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>Writes once into a source the rule that what a check saw is Pupitre's own observation.</summary>
internal sealed class TrustArrivals(ReadCases cases, CorrectSource correct)
{
    public async Task RunAsync(EvidenceSource source, CancellationToken token)
    {
        var rules = await cases.RulesAsync(source, token);
        var rule = new SourceRule(EventPattern.Of(EventPattern.TransitionName, Arrivals.SeenInFile), SourceClass.Observed);
        if (rules.Rules.FirstOrDefault() != rule)
        {
            await correct.RunAsync(source.Id, new SourceRules(rules.Default, [rule, .. rules.Rules.Where(other => other != rule)]), Texts.Books_TrustReason, token);
        }
    }
}
