namespace Pupitre.ContractLife.ContractMails;

/// <summary>Mails about a contract, in words.</summary>
internal static class ContractMailWords
{
    public static string Of(ContractMailTopic topic) =>
        topic == ContractMailTopic.Reminders ? Texts.ContractMail_Reminders : Texts.ContractMail_MonthSummary;
}

/// <summary>Somebody who gets mails of one kind about a contract, unless they want none.</summary>
public sealed record MailedPerson(string Name, string Address, bool IsWanted);
