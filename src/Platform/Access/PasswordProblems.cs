using Microsoft.AspNetCore.Identity;

namespace Pupitre.Platform.Access;

/// <summary>The framework's refusals of an account or password, in the reader's language.</summary>
public static class PasswordProblems
{
    /// <summary>Fewest characters of a password. Length is what protects; no other composition is asked.</summary>
    public const int MinLength = 12;

    public static string Word(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => Texts.Account_PasswordShort,
        nameof(IdentityErrorDescriber.PasswordMismatch) => Texts.Account_PasswordWrong,
        nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) => Texts.Account_EmailTaken,
        nameof(IdentityErrorDescriber.InvalidEmail) or nameof(IdentityErrorDescriber.InvalidUserName) => Texts.Account_EmailWrong,
        nameof(IdentityErrorDescriber.InvalidToken) => Texts.Account_LinkUsed,
        _ => error.Description,
    };
}
