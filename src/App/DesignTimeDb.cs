using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.App;

/// <summary>Gives the migration tool the whole model, without a database: <c>-- postgres</c> or <c>-- sqlite</c> chooses the dialect.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<Db>
{
    public Db CreateDbContext(string[] args)
    {
        var place = new DataPlace(Path.GetTempPath(), args.Contains("postgres") ? "Host=127.0.0.1" : null);
        var options = new DbContextOptionsBuilder<Db>();
        DatabaseSetup.Configure(options, place);
        return new Db(options.Options, Modules.All, new Tenant(), SystemClock.Instance);
    }
}
