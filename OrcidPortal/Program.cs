using OrcidPortal.Api;
using OrcidPortal.Commands;
using OrcidPortal.Connect;
using OrcidPortal.Curation;
using OrcidPortal.Data;
using OrcidPortal.History;
using OrcidPortal.Jobs;
using OrcidPortal.Live;
using OrcidPortal.Mapping;
using OrcidPortal.Observability;
using OrcidPortal.OrcidApi;
using OrcidPortal.Pages;
using OrcidPortal.Pull;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Remote;
using OrcidPortal.Security;
using OrcidPortal.Simulator;
using OrcidPortal.Sources;

if (SimulatorHost.IsAskedFor(args)) return await SimulatorHost.RunAsync(args);

var builder = WebApplication.CreateBuilder(args);

builder.AddData();
builder.AddOrcidApi();
builder.AddSimulator();
builder.AddRecords();
builder.AddSecurity();
builder.AddHistory();
builder.AddLive();
builder.AddConnect();
builder.AddSources();
builder.AddMapping();
builder.AddRemote();
builder.AddPush();
builder.AddPull();
builder.AddCuration();
builder.AddPages();
builder.AddApi();
builder.AddJobs();
builder.AddCommands();
builder.AddObservability();

var app = builder.Build();

app.MapSecurity();
app.MapSimulator();
app.MapPages();
app.MapApi();
app.MapJobs();
app.MapObservability();

return await app.RunCommandAsync(args);

/// <summary>The contents page of the portal: one line per room, in floor order.</summary>
public partial class Program;
