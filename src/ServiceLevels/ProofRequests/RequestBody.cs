using System.Text;
using Pupitre.Kernel;
using Pupitre.ServiceLevels.Measure;
using Pupitre.ServiceLevels.Occurrences;

namespace Pupitre.ServiceLevels.ProofRequests;

/// <summary>The text of a request: one line for each document, with the range of its periods, and not one for each due date.</summary>
internal static class RequestBody
{
    /// <param name="items">What is asked for: to be shown, or, where it is here without a date, to be dated.</param>
    /// <param name="waived">What we hold that nobody had to do: the other side may say otherwise.</param>
    /// <param name="person">Who writes.</param>
    /// <param name="company">For which company.</param>
    public static string Of(IReadOnlyList<JudgedOccurrence> items, IReadOnlyList<JudgedOccurrence> waived, string? person, string company)
    {
        var body = new StringBuilder().AppendLine(Texts.Request_Hello).AppendLine();
        Append(body, Texts.Request_Opening, [.. items.Where(MissingProofs.IsMissing)]);
        Append(body, Texts.Request_OpeningUndated, [.. items.Where(MissingProofs.IsUndated)]);
        Append(body, Texts.Request_OpeningWaived, waived);
        return body.AppendLine(Texts.Request_Closing).AppendLine().AppendLine(Texts.Request_Thanks).AppendLine().AppendLine(person).Append(company).ToString();
    }

    private static void Append(StringBuilder body, string opening, IReadOnlyList<JudgedOccurrence> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        body.AppendLine(opening).AppendLine();
        foreach (var group in items.GroupBy(item => (item.Commitment.Name, item.Waiver?.Reason)))
        {
            var ranges = string.Join(", ", Ranges([.. group]));
            body.Append("- ").AppendLine(Texts.Request_Document.With(group.Key.Name, group.Key.Reason is { } reason ? Texts.Request_WaivedLine.With(ranges, reason) : ranges));
        }

        body.AppendLine();
    }

    /// <summary>Periods that follow each other are told as one: "janvier 2026 à mars 2026 (3)".</summary>
    internal static IEnumerable<string> Ranges(IReadOnlyList<JudgedOccurrence> items)
    {
        var ordered = items.OrderBy(item => item.Occurrence.Period.First).ToList();
        for (var first = 0; first < ordered.Count;)
        {
            var last = first;
            while (last + 1 < ordered.Count && ordered[last].Occurrence.Period.Next == ordered[last + 1].Occurrence.Period)
            {
                last++;
            }

            yield return last == first
                ? OccurrenceWords.Period(ordered[first])
                : Texts.Request_Range.With(OccurrenceWords.Period(ordered[first]), OccurrenceWords.Period(ordered[last]), last - first + 1);
            first = last + 1;
        }
    }
}
