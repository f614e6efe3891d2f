using Pupitre.Kernel;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;

namespace Pupitre.Processes.Roles;

/// <summary>Who does what, in the reader's language.</summary>
public static class RoleWords
{
    public static IReadOnlyList<Choice> Duties => [.. Enum.GetValues<Duty>().Select(duty => new Choice(duty.ToString(), Of(duty)))];

    public static IReadOnlyList<Choice> Levels =>
        [.. Enum.GetValues<KnowHowLevel>().Select(level => new Choice(level.ToString(), Of(level)))];

    public static string Of(Duty duty) => duty switch
    {
        Duty.Does => Texts.Duty_Does,
        Duty.Validates => Texts.Duty_Validates,
        Duty.Files => Texts.Duty_Files,
        Duty.Consulted => Texts.Duty_Consulted,
        _ => Texts.Duty_Informed,
    };

    public static string Of(KnowHowLevel level) => level switch
    {
        KnowHowLevel.Knows => Texts.KnowHow_Knows,
        KnowHowLevel.Alone => Texts.KnowHow_Alone,
        _ => Texts.KnowHow_Teaches,
    };

    /// <summary>"Jeanne Martin (Cabinet Martin)".</summary>
    public static string At(string name, string? side) => Texts.Role_At.With(name, side ?? Texts.Role_Provider);

    /// <summary>All the parts of one person: "pilote, fait le travail".</summary>
    public static string Parts(RoleFact person) => string.Join(", ", new[]
    {
        person.IsPilot ? Texts.Role_Accountable : null,
        person.IsDeputy ? Texts.Process_Deputy : null,
    }.OfType<string>().Concat(person.Duties.Select(Of))).ToLower(System.Globalization.CultureInfo.CurrentCulture);

    /// <summary>Who does it, who signs it off, whom it hangs on: the answer of the card.</summary>
    public static string Sum(RolesView roles) => string.Join(' ', new[]
    {
        roles.Who(Duty.Does) is { Count: > 0 } does ? Texts.Role_SumDoes.With(Listed(does)) : null,
        roles.Who(Duty.Validates) is { Count: > 0 } validates ? Texts.Role_SumValidates.With(Listed(validates)) : null,
        roles.Dependency switch
        {
            Dependency.OnePerson => Texts.Role_SumOne.With(Alone(roles)[0].Name),
            Dependency.Shared => Texts.Role_SumShared.With(Alone(roles).Count),
            Dependency.Nobody => Texts.Role_SumNobody,
            _ => null,
        },
    }.OfType<string>());

    /// <summary>What nobody has said, or what is said against the rules of a table of roles: each a sentence.</summary>
    public static IReadOnlyList<string> Open(RolesView roles)
    {
        var (does, validates) = (roles.Who(Duty.Does), roles.Who(Duty.Validates));
        return
        [
            .. roles.Pilot is null ? new[] { Texts.Role_OpenPilot } : [],
            .. does.Count == 0 ? new[] { Texts.Role_OpenDoes } : [],
            .. validates.Count == 0 ? new[] { Texts.Role_OpenValidates } : [],
            .. does.Count == 1 && validates.Count == 1 && does[0] == validates[0] ? new[] { Texts.Role_OpenSame.With(does[0].Name) } : [],
            .. roles.Dependency == Dependency.Unknown ? new[] { Texts.Role_OpenKnowHow } : [],
        ];
    }

    private static List<RoleFact> Alone(RolesView roles) =>
        [.. roles.People.Where(person => person.Level is KnowHowLevel.Alone or KnowHowLevel.Teaches)];

    private static string Listed(IReadOnlyList<RoleFact> people) => string.Join(", ", people.Select(person => person.Name));
}
