using System.Collections.Immutable;
using Pupitre.Kernel;

namespace Pupitre.Deliverables.Fec;

/// <summary>The texts of a finding, found by the rule's id and its variant: <c>Fec03_Gap_Message</c>, else <c>Fec03_Message</c>.</summary>
internal static class FindingWords
{
    public static string Message(string rule, string variant, long count, decimal? amount, ImmutableArray<FindingFact> facts)
    {
        object?[] values = [count, amount, .. facts.Select(Written)];
        return Text(rule, variant, "Message").With(values);
    }

    public static string Title(string rule) => Wording.Of(Prefix(rule) + "_Title") ?? rule;

    public static string Explanation(string rule, string variant) => Text(rule, variant, "Explanation");

    public static string Question(string rule, string variant, long count) => Text(rule, variant, "Question").With(count);

    public static string NotRun(string missing) => Wording.Of("Missing_" + missing) ?? missing;

    private static string Text(string rule, string variant, string kind) =>
        Wording.Of($"{Prefix(rule)}_{variant}_{kind}") ?? Wording.Of($"{Prefix(rule)}_{kind}") ?? rule;

    /// <summary><c>FEC-03</c> is <c>Fec03</c> among the keys.</summary>
    private static string Prefix(string rule) => string.Concat(rule.AsSpan(0, 1), rule[1..].Replace("-", "", StringComparison.Ordinal).ToLowerInvariant());

    private static object? Written(FindingFact fact) =>
        fact.Text ?? (fact.Word is { } word ? Wording.Of("Word_" + word) ?? word : null) ?? (object?)fact.Day ?? fact.Number;
}
