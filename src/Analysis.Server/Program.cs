using Analysis.Server.Compression;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddGrpc(options => options.UseStrictGzip());

var app = builder.Build();
app.Run();
