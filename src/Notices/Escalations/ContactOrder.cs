using Pupitre.Sourcing.Providers;

namespace Pupitre.Notices.Escalations;

/// <summary>
/// In which order the contacts of a provider are turned to. Pure. Where nobody said who does the work and who answers for it, the first
/// one of the form does it and the second answers; one person alone does both.
/// </summary>
internal static class ContactOrder
{
    /// <param name="contacts">In the order of the provider's form.</param>
    /// <param name="isManager">Whether whoever answers for the work is looked for; else whoever does it.</param>
    public static IEnumerable<Guid> Of(IReadOnlyList<(Guid Person, ContactDuty Duty)> contacts, bool isManager)
    {
        if (contacts.All(contact => contact.Duty == ContactDuty.Unsaid))
        {
            var ordered = isManager ? contacts.Skip(1).Concat(contacts.Take(1)) : contacts;
            return ordered.Select(contact => contact.Person);
        }

        return contacts.OrderBy(contact => Rank(contact.Duty, isManager)).Select(contact => contact.Person);
    }

    private static int Rank(ContactDuty duty, bool isManager) =>
        duty == ContactDuty.Unsaid ? 1 : (isManager ? duty.AnswersFor() : duty.Does()) ? 0 : 2;
}
