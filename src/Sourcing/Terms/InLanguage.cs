using System.Globalization;

namespace Pupitre.Sourcing.Terms;

/// <summary>Writes something in another language than the one of whoever asked for it: a letter, a mail.</summary>
internal static class InLanguage
{
    public static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static T Write<T>(CultureInfo culture, Func<T> write)
    {
        var (words, forms) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = culture;
            return write();
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (words, forms);
        }
    }
}
