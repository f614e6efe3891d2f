using System.Text;
using Pupitre.Kernel;
using Pupitre.ServiceLevels.Measure;
using Pupitre.ServiceLevels.Occurrences;

namespace Pupitre.ServiceLevels.Requests;

/// <summary>The text of a request: one line for each document, with the range of its periods, and not one for each due date.</summary>
internal static class RequestBody
{
    public static string Of(IReadOnlyList<JudgedOccurrence> items, string? person, string company)
    {
        var body = new StringBuilder().AppendLine(Texts.Request_Hello).AppendLine().AppendLine(Texts.Request_Opening).AppendLine();
        foreach (var group in items.GroupBy(item => item.Commitment.Name))
        {
            body.Append("- ").AppendLine(Texts.Request_Document.With(group.Key, string.Join(", ", Ranges([.. group]))));
        }

        return body.AppendLine().AppendLine(Texts.Request_Closing).AppendLine().AppendLine(Texts.Request_Thanks).AppendLine().AppendLine(person).Append(company).ToString();
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
