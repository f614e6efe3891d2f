using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Pupitre.Collecting.Folders;

/// <summary>Registers the folders that are watched, and their tables.</summary>
internal static class FoldersSetup
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton(provider => new FolderPlace(provider.GetRequiredService<IConfiguration>()["Folders:Root"]));
        services.AddScoped<LookIntoFolder>().AddScoped<SaveFolder>().AddScoped<PauseFolder>().AddScoped<RemoveFolder>();
        services.AddHostedService<WatchFolders>();
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<WatchedFolder>(folder =>
        {
            folder.ToTable("watched_folders");
            folder.HasIndex(row => new { row.CompanyId, row.Path }).IsUnique();
            folder.Property(row => row.Path).HasMaxLength(WatchedFolder.MaxPathLength);
            folder.Property(row => row.Problem).HasMaxLength(WatchedFolder.MaxProblemLength);
            folder.Ignore(row => row.Ref);
        });
        model.Entity<FolderFile>(file =>
        {
            file.ToTable("folder_files");
            file.HasIndex(row => new { row.FolderId, row.Name }).IsUnique();
            file.Property(row => row.Name).HasMaxLength(FolderFile.MaxNameLength);
            file.HasOne<WatchedFolder>().WithMany().HasForeignKey(row => row.FolderId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
