using System.ComponentModel.DataAnnotations;
using Pupitre.Platform.Access;
using Pupitre.Platform.Tenancy;

namespace Pupitre.App.Accounts;

internal sealed class SignInInput
{
    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Account_EmailMissing))]
    public string? Email { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Account_PasswordMissing))]
    public string? Password { get; set; }

    public bool Stay { get; set; }
}

internal sealed class ForgottenInput
{
    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Account_EmailMissing))]
    public string? Email { get; set; }
}

/// <summary>How a person is named, the language in which they read, and whether the program writes to them on Mondays.</summary>
internal sealed class AccountInput
{
    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Account_NameMissing))]
    [StringLength(Company.MaxNameLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Account_NameLong))]
    public string? Name { get; set; }

    public string Language { get; set; } = "fr";

    public bool HasMondayMail { get; set; }
}

internal sealed class NewPasswordInput
{
    /// <summary>The password in use; not asked when a link from a mail stands in for it.</summary>
    public string? Current { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Account_PasswordMissing))]
    [MinLength(PasswordProblems.MinLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Account_NewPasswordShort))]
    public string? New { get; set; }
}
