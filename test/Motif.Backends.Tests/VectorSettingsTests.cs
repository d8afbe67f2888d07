using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Motif.Matching.Indexing;

namespace Motif.Backends.Tests;

public sealed class VectorSettingsTests
{
    [Fact]
    public void Without_a_setting_nothing_is_kept()
    {
        var settings = Read();
        settings.Kind.ShouldBe(VectorKind.InProcess);
        using var server = Open(settings, "motif.db");
        server.GetService<VectorSync>().ShouldBeNull();
    }

    [Fact]
    public void The_variables_choose_Qdrant()
    {
        var settings = Read(
            ("MOTIF_VECTORS", "qdrant"),
            ("MOTIF_QDRANT_URL", "https://qdrant.example.org:6333"),
            ("MOTIF_QDRANT_KEY", "hunter2"),
            ("MOTIF_QDRANT_COLLECTION", "mine")
        );
        (settings.Qdrant!.Key, settings.Qdrant.Collection).ShouldBe(("hunter2", "mine"));
        settings.Shown().Values.ShouldNotContain(v => v.Contains("hunter2"));
        settings.ToString().ShouldNotContain("hunter2");
        using var server = Open(settings, "motif.db");
        server.GetRequiredService<VectorIndexes>().Kind.ShouldBe("qdrant");
        server.GetService<VectorSync>().ShouldNotBeNull();
    }

    [Theory]
    [InlineData("postgresql://u:hunter2@db/motif", null)]
    [InlineData("motif.db", "postgresql://u:hunter2@vectors/motif")]
    public void Pgvector_takes_the_catalogues_database_or_its_own(string database, string? url)
    {
        var settings = Read(("MOTIF_VECTORS", "pgvector"), ("MOTIF_PGVECTOR_URL", url));
        settings.Shown().Values.ShouldNotContain(v => v.Contains("hunter2"));
        using var server = Open(settings, database);
        server.GetRequiredService<VectorIndexes>().Kind.ShouldBe("pgvector");
    }

    [Fact]
    public void Pgvector_beside_SQLite_needs_a_database()
    {
        var refused = Should.Throw<ArgumentException>(() =>
            Open(Read(("MOTIF_VECTORS", "pgvector")), "motif.db")
        );
        refused.Message.ShouldContain("MOTIF_PGVECTOR_URL");
    }

    [Theory]
    [InlineData("MOTIF_VECTORS", "faiss", "must be in_process or qdrant or pgvector")]
    [InlineData("MOTIF_VECTORS", "qdrant", "MOTIF_QDRANT_URL")]
    [InlineData("MOTIF_QDRANT_URL", "http://u:hunter2@q", "MOTIF_QDRANT_KEY")]
    [InlineData("MOTIF_QDRANT_URL", "nowhere", "MOTIF_QDRANT_URL")]
    [InlineData("MOTIF_VECTOR_RECONCILE_MINUTES", "often", "whole number")]
    [InlineData("MOTIF_VECTOR_RECONCILE_MINUTES", "0", "ReconcileMinutes")]
    public void A_wrong_value_is_refused_by_name(string name, string value, string says)
    {
        var refused = Should.Throw<ValidationException>(() => Read((name, value)));
        refused.Message.ShouldContain(says);
        refused.Message.ShouldNotContain("hunter2");
    }

    private static VectorSettings Read(params (string Name, string? Value)[] variables) =>
        VectorSettings.FromEnvironment(name => Array.Find(variables, v => v.Name == name).Value);

    private static ServiceProvider Open(VectorSettings settings, string database)
    {
        var services = new ServiceCollection();
        services.AddMotif().UseDatabase(database).UseVectors(settings, database);
        return services.BuildServiceProvider();
    }
}
