using System.ComponentModel.DataAnnotations;
using Pupitre.Platform.Forms;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>What a person answers about an accounting file.</summary>
public sealed class AnswerInput
{
    /// <summary>Value of <see cref="How"/>: the letter leaves by mail.</summary>
    public const string Send = "send";

    public Guid Id { get; set; }

    /// <summary>Version of the file that the person saw.</summary>
    public long Version { get; set; }

    /// <summary><c>accept</c> or <c>return</c>.</summary>
    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Books_ChooseAnswer))]
    public string? Choice { get; set; }

    [StringLength(AccountingFileAnswer.MaxAddressLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Request_ToMissing))]
    public string? To { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Request_SubjectMissing))]
    [StringLength(AccountingFileAnswer.MaxSubjectLength)]
    public string? Subject { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Request_BodyMissing))]
    [StringLength(AccountingFileAnswer.MaxBodyLength)]
    public string? Body { get; set; }

    /// <summary>Value of the button that was pressed: send by mail, or only keep.</summary>
    public string? How { get; set; }

    public bool IsAcceptance => PostedChoice.Is(Choice, "accept", nameof(Choice), "return");

    public bool IsSent => PostedChoice.Is(How, Send, nameof(How), "");
}
