using Pupitre.Platform;
using Pupitre.Platform.Data;

namespace Pupitre.Processes;

/// <summary>
/// What is computed over the whole map is for those who see all of it: whoever is limited to a provider would read half of it as the truth.
/// </summary>
public static class WholeCompany
{
    /// <exception cref="NotFound">The reader is limited to a provider: for them it does not exist.</exception>
    public static void Require(Db db)
    {
        if (db.ScopeId is not null)
        {
            throw new NotFound();
        }
    }
}
