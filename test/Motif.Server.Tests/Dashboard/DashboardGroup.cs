namespace Motif.Server.Tests.Dashboard;

/// <summary>The tests that look at one live dashboard, one class after the other: its catalogue is scanned once.</summary>
[CollectionDefinition(Name)]
public sealed class DashboardGroup : ICollectionFixture<LiveDashboard>
{
    public const string Name = "Dashboard";
}
