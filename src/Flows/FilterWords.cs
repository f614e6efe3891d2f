using Pupitre.Kernel;
using Pupitre.Platform.Words;

namespace Pupitre.Flows;

/// <summary>A filter as a reader says it, part by part.</summary>
internal static class FilterWords
{
    public static IEnumerable<string> Of(FlowFilter filter)
    {
        if (filter.From is { } from)
        {
            yield return Texts.Flow_SaidFrom.With(Moments.Short(from));
        }

        if (filter.To is { } to)
        {
            yield return Texts.Flow_SaidTo.With(Moments.Short(to));
        }

        if (filter.Activity is { } activity)
        {
            yield return Texts.Flow_SaidActivity.With(activity);
        }

        if (filter.First is { } first)
        {
            yield return Texts.Flow_SaidFollower.With(first, filter.Next);
        }

        if (filter is { Attribute: { } name, Value: { } value })
        {
            yield return Texts.Flow_SaidAttribute.With(name, value);
        }

        if (filter.MinDays is { } least)
        {
            yield return Texts.Flow_SaidMinDays.With(least);
        }

        if (filter.MostDays is { } most)
        {
            yield return Texts.Flow_SaidMaxDays.With(most);
        }

        if (filter.Share is { } share)
        {
            yield return Texts.Flow_SaidShare.With(share);
        }

        if (filter.Variant is { } variant)
        {
            yield return Texts.Flow_SaidVariant.With(variant);
        }
    }
}
