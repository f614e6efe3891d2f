using Pupitre.Platform.Data;

namespace Pupitre.Platform.Mail;

/// <summary>The mails that were written into the data folder because there is no server.</summary>
public sealed class WrittenMails(DataPlace place)
{
    /// <summary>Removes them with the company that they were written for.</summary>
    public void Remove(IEnumerable<Guid> mails)
    {
        foreach (var path in mails.Select(id => PathOf(place, id)).Where(File.Exists))
        {
            File.Delete(path);
        }
    }

    internal static string PathOf(DataPlace place, Guid id) => Path.Combine(place.Folder, "mail", $"{id:N}.eml");
}
