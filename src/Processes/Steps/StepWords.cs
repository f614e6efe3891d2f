using Pupitre.Kernel;

namespace Pupitre.Processes.Steps;

/// <summary>What the work of a process sums up to, in the reader's language.</summary>
public static class StepWords
{
    private const int RolesNamed = 3;

    /// <summary>"Assistante : 6 h 30 par mois ; comptable : 2 h. En tout…": the answer first, what it costs after it.</summary>
    public static string Sum(Workload load)
    {
        if (load.MinutesEach is not { } each)
        {
            return Texts.Steps_NoMinutes;
        }

        var parts = new List<string> { load.MinutesAMonth is { } month ? Texts.Steps_SumMonth.With(ProcessWords.Minutes(month), ProcessWords.Minutes(each)) : Texts.Steps_SumEach.With(ProcessWords.Minutes(each)) };
        if (load.Roles is [{ Role: not null }, _, ..] roles && load.MinutesAMonth is not null)
        {
            parts.Add(Texts.Steps_SumRoles.With(string.Join(Texts.Steps_And, roles.Take(RolesNamed).Select(role => Texts.Steps_RoleTime.With(role.Role ?? Texts.Step_NoRole, ProcessWords.Minutes(role.MinutesAMonth!.Value))))));
        }

        if (load.CostAYear is { } cost)
        {
            parts.Add((load.ErrorsAYear > 0 ? Texts.Steps_SumCostErrors : Texts.Steps_SumCost).With(ProcessWords.Euros(cost), ProcessWords.Euros(load.ErrorsAYear ?? 0)));
        }

        return string.Join(' ', parts);
    }

    /// <summary>What a drawing changes of a step: "rôle : Comptable → Cabinet".</summary>
    public static string Of(StepChange change) => change.Fate switch
    {
        StepFate.New => Texts.Steps_FateNew,
        StepFate.Gone => Texts.Steps_FateGone,
        StepFate.Same => Texts.Steps_FateSame,
        _ => string.Join(" ; ", Parts(change.Was!, change.Step)),
    };

    private static IEnumerable<string> Parts(StepInput was, StepInput step)
    {
        if (was.Role != step.Role)
        {
            yield return Texts.Steps_FateRole.With(was.Role ?? "—", step.Role ?? "—");
        }

        if (was.SharePercent != step.SharePercent)
        {
            yield return Texts.Steps_FateShare.With(was.SharePercent ?? ProcessStep.AllCases, step.SharePercent ?? ProcessStep.AllCases);
        }
    }

    public static string Of(RoleLoad role) => role.MinutesAMonth is { } month
        ? Texts.Steps_RoleMonth.With(ProcessWords.Minutes(month), ProcessWords.Minutes(role.MinutesEach))
        : Texts.Steps_RoleEach.With(ProcessWords.Minutes(role.MinutesEach));

    /// <summary>"Reçoit : facture. Produit : bon à payer."; null where neither is said.</summary>
    public static string? Documents(StepFact step)
    {
        var parts = new[]
        {
            step.DocumentsIn.Count == 0 ? null : Texts.Step_Takes.With(Listed(step.DocumentsIn)),
            step.DocumentsOut.Count == 0 ? null : Texts.Step_Makes.With(Listed(step.DocumentsOut)),
        };
        return string.Join(' ', parts.Where(part => part is not null)) is { Length: > 0 } text ? text : null;
    }

    private static string Listed(IReadOnlyList<string> names) => string.Join(", ", names);
}
