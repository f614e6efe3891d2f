namespace Pupitre.Sourcing.Providers;

/// <summary>What a contact of a provider is turned to for, where a reminder climbs: who does the work, and who answers for it.</summary>
public enum ContactDuty
{
    /// <summary>Nobody said: the first contact of the provider does the work, the second answers for it.</summary>
    Unsaid,

    /// <summary>Does the work.</summary>
    Clerk,

    /// <summary>Answers for it.</summary>
    Manager,

    /// <summary>Does it and answers for it.</summary>
    Both,
}

/// <summary>Which part a duty holds.</summary>
public static class ContactDuties
{
    public static bool Does(this ContactDuty duty) => duty is ContactDuty.Clerk or ContactDuty.Both;

    public static bool AnswersFor(this ContactDuty duty) => duty is ContactDuty.Manager or ContactDuty.Both;
}
