using System.Collections.Immutable;

namespace Pupitre.Mining.Tests.Conformance;

/// <summary>Nets and variants written in a test.</summary>
internal static class Nets
{
    /// <summary>A net of lines such as <c>start -a-> p q</c>: places that lose a token, the label (none: silent), places that gain one.</summary>
    public static PetriNet Of(string initial, string final, params string[] steps)
    {
        var parts = steps.Select(step => step.Split("->", 2)).Select(sides => (From: sides[0].Split('-', 2), To: sides[1])).ToList();
        var places = parts.SelectMany(part => Words(part.From[0]).Concat(Words(part.To))).Concat(Words(initial)).Concat(Words(final)).Distinct().ToImmutableArray();
        ImmutableArray<int> Positions(string words) => [.. Words(words).Select(word => places.IndexOf(word))];
        ImmutableArray<int> Marking(string words) => [.. places.Select(place => Words(words).Count(word => word == place))];
        var transitions = parts.Select((part, at) => new NetTransition($"t{at}", part.From[1] == "" ? null : part.From[1], Positions(part.From[0]), Positions(part.To)));
        return new(places, [.. transitions], Marking(initial), Marking(final));
    }

    /// <summary>Variants of one-letter activities, with their cases: <c>("abc", 3)</c>.</summary>
    public static VariantTable Variants(params (string Activities, int Cases)[] variants)
    {
        var names = new NameTable(variants.SelectMany(variant => variant.Activities).Select(letter => letter.ToString()));
        return new(names, variants.Select(variant => (variant.Activities.Select(letter => names.NumberOf([letter])).ToArray(), variant.Cases)));
    }

    public static Alignments Aligned(VariantTable variants, PetriNet net, AlignmentLimits? limits = null) =>
        AlignVariants.Run(variants, net, limits, TestContext.Current.CancellationToken);

    /// <summary>Null when the model has no complete run.</summary>
    public static Alignments? AlignedOrNull(VariantTable variants, PetriNet net, AlignmentLimits limits)
    {
        try
        {
            return Aligned(variants, net, limits);
        }
        catch (UnusableModel)
        {
            return null;
        }
    }

    public static string Letters(VariantTable variants, int variant) => string.Concat(variants[variant].ToArray().Select(activity => variants.Names[activity]));

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
