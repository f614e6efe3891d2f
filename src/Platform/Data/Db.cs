using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Data;

/// <summary>
/// The one database of the program. It holds the rows of all modules, shows only those of the current company, and writes the
/// history in the same transaction as the change that it tells.
/// </summary>
public sealed class Db(DbContextOptions<Db> options, IEnumerable<Module> modules, Tenant tenant, IClock clock)
    : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    private readonly List<PendingEntry> _pending = [];

    public DbSet<Company> Companies => Set<Company>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();

    public DbSet<LedgerDetail> LedgerDetails => Set<LedgerDetail>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Key of the company whose rows are visible.</summary>
    public Guid CompanyId => tenant.CompanyId;

    /// <summary>Key of what alone the current person may see of the company; null for all of it.</summary>
    public Guid? ScopeId => tenant.Scope?.Id;

    /// <summary>Adds a line to the company's history; it is written with the next save, or not at all.</summary>
    /// <param name="verb">A verb in the past tense, such as <c>ContractRenewed</c>.</param>
    /// <param name="detail">What is worth remembering beyond the verb; kept apart, so that it can be erased.</param>
    public void Record(string verb, SubjectRef subject, object? detail = null) =>
        _pending.Add(new PendingEntry(verb, subject, detail is null ? null : Kernel.Hashing.CanonicalJson.Of(detail)));

    /// <summary>Forgets the current unit of work, its lines of history too: it was refused, and is done anew from what the database holds now.</summary>
    public void StartOver()
    {
        _pending.Clear();
        ChangeTracker.Clear();
    }

    /// <summary>
    /// Begins a transaction that is alone in its company among those that write history, so that what it looks at is still so when it saves.
    /// SQLite has one writer anyway; PostgreSQL locks the head of the history, which every save with history locks first.
    /// </summary>
    public async Task<IDbContextTransaction> BeginAloneAsync(CancellationToken token)
    {
        var transaction = await Database.BeginTransactionAsync(token);
        try
        {
            await SayCompanyAsync(token);
            if (Database.IsNpgsql())
            {
                await Database.ExecuteSqlAsync($"select 1 from ledger_heads where company_id = {CompanyId} for update", token);
            }
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }

        return transaction;
    }

    /// <summary>
    /// Does what another node may be doing at the same moment: refused because the same was just written, it looks anew and does what is
    /// left.
    /// </summary>
    public async Task DoBesideOthersAsync(Func<Task> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await work();
                return;
            }
            catch (DbUpdateException twice) when (IsTwice(twice) && attempt < MaxTries)
            {
                StartOver();
            }
        }
    }

    /// <summary>Whether a save was refused because another one had just written the same: looking first cannot rule that out.</summary>
    public static bool IsTwice(DbUpdateException refused) => refused.InnerException switch
    {
        Microsoft.Data.Sqlite.SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey } => true,
        Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation } => true,
        _ => false,
    };

    private const int SqliteUnique = 2067;
    private const int MaxTries = 3;
    private const int SqlitePrimaryKey = 1555;

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        SaveGuard.Check(ChangeTracker, tenant);
        await SayCompanyAsync(cancellationToken);
        if (_pending.Count == 0)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var number = await LedgerChain.AppendAsync(this, _pending, tenant, clock.GetCurrentInstant(), cancellationToken);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await LedgerChain.MoveKindsAsync(this, _pending, tenant.CompanyId, number, cancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        _pending.Clear();
        return saved;
    }

    // Inside a transaction the connection stays open, and the company may have been entered since it was opened.
    private async Task SayCompanyAsync(CancellationToken token)
    {
        if (Database.CurrentTransaction is { } transaction && Database.IsNpgsql())
        {
            await RowSecurity.SayAsync(Database.GetDbConnection(), transaction.GetDbTransaction(), CompanyId, token);
        }
    }

    /// <summary>Only the framework saves this way (its keys); whoever has something for the history saves asynchronously.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        if (_pending.Count > 0)
        {
            throw new NotSupportedException("A save that writes history is asynchronous: use SaveChangesAsync.");
        }

        SaveGuard.Check(ChangeTracker, tenant);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(Conventions.MaxEnumLength);
        configurationBuilder.Properties<decimal>().HavePrecision(19, 4);
        if (Database.IsSqlite())
        {
            configurationBuilder.Properties<Instant>().HaveConversion<MicrosecondsConverter>();
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        PlatformModel.Configure(builder);
        var scope = new ScopeRules(this);
        foreach (var module in modules)
        {
            module.ConfigureModel(builder);
            module.DeclareScope(scope, this);
        }

        Conventions.Apply(builder, this, scope);
    }
}
