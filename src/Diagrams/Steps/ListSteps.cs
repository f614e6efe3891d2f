using System.Globalization;
using System.Text.RegularExpressions;
using Pupitre.Kernel;

namespace Pupitre.Diagrams;

/// <summary>A step that a drawing shows, as a line of a list.</summary>
/// <param name="Id">Identifier of the activity in the file.</param>
/// <param name="Name">Its name on one line; empty where it has none.</param>
/// <param name="Role">Who does it: lane, performer or pool; null when nobody is said.</param>
/// <param name="IsForSome">Whether a case can end without passing through it.</param>
/// <param name="Share">In how many of 100 cases, from 0 to 100, where a way into it says so ("in 30 % of cases"); null otherwise.</param>
public sealed record ListedStep(string Id, string Name, string? Role, bool IsForSome, decimal? Share);

/// <summary>
/// A drawing as a list of its steps, in the order in which work flows: the reverse of <see cref="DrawSteps"/>, as far as a list can say
/// it. A list knows no parallel ways and no way back: what stands on parallel ways follows one after the other, and what is done again
/// is said once.
/// </summary>
/// <remarks>
/// The steps are the activities of the processes; what stands inside a subprocess belongs to that one step. Whether a case can end
/// without a step is read from the ways of ISO/IEC 19510: a choice (exclusive, inclusive, complex, on an event; a conditional way out of
/// a step; an event on its border) takes any of its ways, all else takes all of them.
/// </remarks>
public static partial class ListSteps
{
    /// <summary>Most steps: as many as can be drawn from a list.</summary>
    public const int MaxSteps = DrawSteps.MaxSteps;

    /// <exception cref="Refused">There are more steps than a list may have.</exception>
    public static IReadOnlyList<ListedStep> Run(BpmnDocument document, CancellationToken token = default)
    {
        var flow = new StepFlow(document);
        var steps = flow.InOrder().Where(node => node.Kind == ElementKind.Activity).ToList();
        if (steps.Count > MaxSteps)
        {
            throw new Refused(Texts.List_TooMany.With(steps.Count, MaxSteps));
        }

        var listed = new List<ListedStep>(steps.Count);
        foreach (var step in steps)
        {
            token.ThrowIfCancellationRequested();
            var isForSome = flow.CanEndWithout(step.Id);
            var share = isForSome ? ShareOf(flow, step) : null;
            listed.Add(new ListedStep(step.Id, step.Name, CheckDiagram.RoleOf(document, step), isForSome, share));
        }

        return listed;
    }

    // Of several ways into it, none says how many cases come by all of them.
    private static decimal? ShareOf(StepFlow flow, BpmnElement step) =>
        flow.Into(step.Id) is [var way] && Percent().Match(way.Name + " " + way.Condition) is { Success: true } found
            && Number(found.Groups["share"].Value) is var share && share <= 100
            ? share
            : null;

    private static decimal Number(string digits) =>
        decimal.Parse(digits.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<![\d.,])(?<share>\d{1,3}([.,]\d{1,2})?)\s?%", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Percent();
}
