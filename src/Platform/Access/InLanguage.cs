using System.Globalization;

namespace Pupitre.Platform.Access;

/// <summary>Speaks another language for a while than the one of whoever asked: a letter, a mail.</summary>
public static class InLanguage
{
    public static CultureInfo French { get; } = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>From here on, until what it returns is disposed of.</summary>
    public static IDisposable Speak(CultureInfo culture)
    {
        var before = new Before(CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        return before;
    }

    public static T Write<T>(CultureInfo culture, Func<T> write)
    {
        using var spoken = Speak(culture);
        return write();
    }

    private sealed class Before(CultureInfo forms, CultureInfo words) : IDisposable
    {
        public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (forms, words);
    }
}
